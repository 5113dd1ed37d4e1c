{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<article class="cooperation spread">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
[[include:record/_leading.tpl]]
[[include:kinds/cooperation/_facts.tpl]]
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
[[include:kinds/register/_activity.tpl]]
[[include:kinds/cooperation/_milestones.tpl]]
[[include:record/_sources.tpl]]
</article>
[[include:frame/_bottom.tpl]]
