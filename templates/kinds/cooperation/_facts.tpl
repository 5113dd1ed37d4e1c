{{#FACTS}}
<aside class="facts" aria-labelledby="facts">
<h2 id="facts">[[At a glance]]</h2>
[[include:frame/_map.tpl]]
<dl>
{{#NATURE}}<div><dt>[[What it is]]</dt><dd lang="{{TEXT_TAG}}">{{VALUE}}</dd></div>{{/NATURE}}
{{#SINCE}}<div><dt>[[Since]]</dt><dd>{{VALUE}}</dd></div>{{/SINCE}}
{{#INSTRUMENT}}<div><dt>[[Based on]]</dt><dd lang="{{TEXT_TAG}}">{{VALUE}}</dd></div>{{/INSTRUMENT}}
{{#PARTICIPANTS}}
<div><dt>[[Who takes part]]</dt>
<dd><ul>
{{#PARTICIPANT}}
<li>{{NAME}}{{#OBSERVER}} <small>([[observer]])</small>{{/OBSERVER}}{{#ATTENDS}} <small>([[attends]])</small>{{/ATTENDS}}{{#CO_CHAIR}} <small>([[co-chair]])</small>{{/CO_CHAIR}}{{#SIGNATORY}} <small>([[signatory]])</small>{{/SIGNATORY}}</li>
{{/PARTICIPANT}}
</ul></dd></div>
{{/PARTICIPANTS}}
{{#SECRETARIAT}}<div><dt>[[Secretariat]]</dt><dd>{{VALUE}}</dd></div>{{/SECRETARIAT}}
{{#SEAT}}<div><dt>[[Seat]]</dt><dd>{{VALUE}}</dd></div>{{/SEAT}}
{{#WEBSITE}}<div><dt>[[Website]]</dt><dd><a href="{{VALUE}}">{{NAME}}</a></dd></div>{{/WEBSITE}}
{{#CONTACT_EMAIL}}<div><dt>[[E-mail address]]</dt><dd><a href="mailto:?to={{VALUE:url_query_escape}}">{{VALUE}}</a></dd></div>{{/CONTACT_EMAIL}}
</dl>
[[include:record/_untranslated.tpl]]
</aside>
{{/FACTS}}
