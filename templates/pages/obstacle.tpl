{{%AUTOESCAPE context="HTML"}}[[include:shared/top.tpl]]
[[include:shared/notice.tpl]]
<article class="cooperation">
<header class="head">
<h1 lang="{{TEXT_TAG}}">{{TITLE}}</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
[[include:shared/register_facts.tpl]]
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
</div>
{{#AFFECTS}}
<section class="prose part" aria-labelledby="affects">
<h2 id="affects">[[Whom it affects]]</h2>
<p lang="{{TEXT_TAG}}">{{VALUE}}</p>
</section>
{{/AFFECTS}}
{{#DONE}}
<section class="prose part" aria-labelledby="done">
<h2 id="done">[[What was done]]</h2>
<p lang="{{TEXT_TAG}}">{{VALUE}}</p>
</section>
{{/DONE}}
{{#STEPS}}
<section class="milestones" aria-labelledby="steps">
<h2 id="steps">[[Step by step]]</h2>
<ol>
{{#STEP}}
<li id="s{{NUMBER}}"><time datetime="{{DATE_ISO}}">{{DATE}}</time> <div><strong class="stage">[[include:shared/register_status.tpl]]</strong>{{#REASON}}<p lang="{{TEXT_TAG}}">{{VALUE}}</p>{{/REASON}}</div></li>
{{/STEP}}
</ol>
</section>
{{/STEPS}}
[[include:shared/named_by.tpl]]
[[include:shared/sources.tpl]]
</article>
[[include:shared/bottom.tpl]]
