{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<article class="cooperation">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
[[include:kinds/register/_facts.tpl]]
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
{{#AFFECTS}}
<section class="prose part" aria-labelledby="affects">
<h2 id="affects">[[Who is affected]]</h2>
{{#SAID}}<p lang="{{TEXT_TAG}}">{{VALUE}}</p>{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/AFFECTS}}
{{#DONE}}
<section class="prose part" aria-labelledby="done">
<h2 id="done">[[What was done]]</h2>
{{#SAID}}<p lang="{{TEXT_TAG}}">{{VALUE}}</p>{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/DONE}}
{{#STEPS}}
<section class="milestones" aria-labelledby="steps">
<h2 id="steps">[[Step by step]]</h2>
{{#SAID}}
[[include:frame/_timeline.tpl]]
<ol>
{{#STEP}}
<li id="s{{NUMBER}}"{{#STRUCK}} class="struck"{{/STRUCK}}><time datetime="{{DATE_ISO}}">{{DATE}}</time> <div><strong class="stage">{{STATUS_WORDS}}</strong>{{#STRUCK}} [[Struck out]]{{/STRUCK}}{{#REASON}}<p lang="{{TEXT_TAG}}">{{VALUE}}</p>{{/REASON}}</div></li>
{{/STEP}}
</ol>
{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/STEPS}}
[[include:record/_named_by.tpl]]
[[include:record/_sources.tpl]]
</article>
[[include:frame/_bottom.tpl]]
