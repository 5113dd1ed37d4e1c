{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<article class="cooperation">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
[[include:record/_leading.tpl]]
{{#FACTS}}
<aside class="facts" aria-labelledby="facts">
<h2 id="facts">[[At a glance]]</h2>
<dl>
<div><dt>[[Date]]</dt><dd><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#ZONE}} <small>([[time at the venue, {{VALUE}}]])</small>{{/ZONE}}</dd></div>
{{#PLACE}}<div><dt>[[Place]]</dt><dd>{{VALUE}}</dd></div>{{/PLACE}}
{{#WITH}}<div><dt>[[Together with]]</dt><dd><ul>{{#ITEM}}<li>{{VALUE}}</li>{{/ITEM}}</ul></dd></div>{{/WITH}}
{{#MORE}}<div><dt>[[More information]]</dt><dd><a href="{{VALUE}}">{{VALUE}}</a></dd></div>{{/MORE}}
</dl>
</aside>
{{/FACTS}}
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
[[include:record/_attachments.tpl]]
[[include:record/_sources.tpl]]
</article>
[[include:frame/_bottom.tpl]]
