{{%AUTOESCAPE context="HTML"}}[[include:shared/top.tpl]]
[[include:shared/notice.tpl]]
<header class="head">
<h1 lang="{{TEXT_TAG}}">{{TITLE}}</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
</header>
<div class="prose" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
</div>
[[include:shared/cards.tpl]]
[[include:shared/sources.tpl]]
[[include:shared/bottom.tpl]]
