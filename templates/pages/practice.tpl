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
[[include:shared/named_by.tpl]]
[[include:shared/sources.tpl]]
</article>
[[include:shared/bottom.tpl]]
