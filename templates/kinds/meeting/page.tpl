{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<article class="cooperation">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
{{#STATUS}}
<p class="notice"><strong>{{#POSTPONED}}[[This meeting has been postponed.]]{{/POSTPONED}}{{#MOVED}}[[This meeting has been moved.]]{{/MOVED}}{{#CANCELLED}}[[This meeting has been cancelled.]]{{/CANCELLED}}</strong>{{#EARLIER}} [[It was planned for {{VALUE}}.]]{{/EARLIER}}{{#REASON}} <span lang="{{TEXT_TAG}}">{{VALUE}}</span>{{/REASON}}</p>
[[include:record/_untranslated.tpl]]
{{/STATUS}}
</header>
[[include:record/_leading.tpl]]
{{#FACTS}}
<aside class="facts" aria-labelledby="facts">
<h2 id="facts">[[At a glance]]</h2>
<dl>
<div><dt>[[Date]]</dt><dd><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#ZONE}} <small>([[time at the venue, {{VALUE}}]])</small>{{/ZONE}}</dd></div>
{{#FORUM}}<div><dt>[[Forum]]</dt><dd><a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a></dd></div>{{/FORUM}}
<div><dt>[[Kind of meeting]]</dt><dd>{{TYPE_WORDS}}{{#ONLINE}} ([[online]]){{/ONLINE}}{{#HYBRID}} ([[in person and online]]){{/HYBRID}}</dd></div>
{{#NUMBER}}<div><dt>[[Number in the series]]</dt><dd>{{VALUE}}</dd></div>{{/NUMBER}}
{{#PLACE}}<div><dt>[[Place]]</dt><dd>{{VALUE}}</dd></div>{{/PLACE}}
{{#PRESIDENCY}}<div><dt>[[Presidency]]</dt><dd><ul>{{#ITEM}}<li>{{VALUE}}</li>{{/ITEM}}</ul></dd></div>{{/PRESIDENCY}}
{{#DELEGATIONS}}<div><dt>[[Participants]]</dt><dd><ul>{{#DELEGATION}}<li>{{PARTY}}{{#BY}} <small>({{PERSON}})</small>{{/BY}}</li>{{/DELEGATION}}</ul></dd></div>{{/DELEGATIONS}}
</dl>
</aside>
{{/FACTS}}
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
{{#AGENDA}}
<section class="prose" aria-labelledby="agenda">
<h2 id="agenda">[[Agenda]]</h2>
{{#SAID}}<ol>{{#ITEM}}<li lang="{{TEXT_TAG}}">{{VALUE}}</li>{{/ITEM}}</ol>{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/AGENDA}}
{{#CONCLUSIONS}}
<section class="prose" aria-labelledby="conclusions">
<h2 id="conclusions">[[Conclusions]]</h2>
{{#SAID}}
<ol class="conclusions">
{{#CONCLUSION}}
<li id="c{{NUMBER}}" value="{{NUMBER}}"><span lang="{{TEXT_TAG}}">{{TEXT}}</span>{{#STATE}} <small>{{WORDS}}</small>{{/STATE}}{{#BY}} <small><a href="{{PATH}}">{{LABEL}}</a></small>{{/BY}} <small><a class="anchor" href="#c{{NUMBER}}">[[Link to conclusion {{NUMBER}}]]</a></small></li>
{{/CONCLUSION}}
</ol>
{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/CONCLUSIONS}}
[[include:record/_attachments.tpl]]
[[include:record/_named_by.tpl]]
{{#NEIGHBOURS}}
<section class="activity" aria-labelledby="neighbours">
<h2 id="neighbours">[[Before and after]]</h2>
<ul class="plainly">
{{#BEFORE}}<li>[[Before:]] <a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a> <small>{{DATE}}</small></li>{{/BEFORE}}
{{#AFTER}}<li>[[After:]] <a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a> <small>{{DATE}}</small></li>{{/AFTER}}
</ul>
<p><a href="{{ALL_PATH}}" rel="nofollow">[[All meetings of this forum]]</a></p>
</section>
{{/NEIGHBOURS}}
[[include:record/_sources.tpl]]
</article>
[[include:frame/_bottom.tpl]]
