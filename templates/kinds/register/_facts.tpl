{{#FACTS}}
<aside class="facts" aria-labelledby="facts">
<h2 id="facts">[[At a glance]]</h2>
[[include:frame/_map_of_borders.tpl]]
<dl>
{{#STATUS}}<div><dt>[[Status]]</dt><dd><strong class="stage">{{STATUS_WORDS}}</strong> <small><time datetime="{{DATE_ISO}}">{{DATE}}</time></small></dd></div>{{/STATUS}}
{{#SINCE}}<div><dt>[[Since]]</dt><dd>{{VALUE}}</dd></div>{{/SINCE}}
{{#FIELD}}<div><dt>[[Field]]</dt><dd><a href="{{PATH}}">{{FIELD_WORDS}}</a></dd></div>{{/FIELD}}
{{#BORDERS}}<div><dt>[[Borders]]</dt><dd><ul>{{#AREA}}<li><a href="{{PATH}}">{{NAME}}</a></li>{{/AREA}}</ul></dd></div>{{/BORDERS}}
{{#CONCERNED}}<div><dt>[[Also concerned]]</dt><dd><ul>{{#AREA}}<li><a href="{{PATH}}">{{NAME}}</a></li>{{/AREA}}</ul></dd></div>{{/CONCERNED}}
{{#PROVISION}}<div><dt>[[Provision at issue]]</dt><dd lang="{{TEXT_TAG}}">{{#LINKED}}<a href="{{URL}}">{{NAME}}</a>{{/LINKED}}{{#PLAIN}}{{NAME}}{{/PLAIN}}</dd></div>{{/PROVISION}}
{{#INSTRUMENT}}<div><dt>[[Instrument]]</dt><dd lang="{{TEXT_TAG}}">{{#LINKED}}<a href="{{URL}}">{{NAME}}</a>{{/LINKED}}{{#PLAIN}}{{NAME}}{{/PLAIN}}</dd></div>{{/INSTRUMENT}}
{{#AUTHORITIES}}<div><dt>[[Responsible]]</dt><dd><ul>{{#AREA}}<li>{{NAME}}</li>{{/AREA}}</ul></dd></div>{{/AUTHORITIES}}
{{#CONTACT}}<div><dt>[[Contact]]</dt><dd>{{#IN_WORDS}}<p lang="{{TEXT_TAG}}">{{VALUE}}</p>{{/IN_WORDS}}{{#PARTY}}<p>{{VALUE}}</p>{{/PARTY}}{{#ADDRESS_LINK}}<p><a href="{{URL}}">{{NAME}}</a></p>{{/ADDRESS_LINK}}</dd></div>{{/CONTACT}}
</dl>
[[include:record/_untranslated.tpl]]
</aside>
{{/FACTS}}
