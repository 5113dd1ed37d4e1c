{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<div class="hero">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
[[include:frame/_map_of_all.tpl]]
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
</div>
[[include:record/_cards.tpl]]
[[include:record/_sources.tpl]]
[[include:frame/_bottom.tpl]]
