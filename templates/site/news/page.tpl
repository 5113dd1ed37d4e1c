{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[News]]</h1>
<p class="lead">[[What was published or changed last on this site.]]</p>
</header>
<h2 class="hidden">[[Latest publications and changes]]</h2>
<ul class="meetings">
{{#NEWS_ITEM}}
[[include:site/news/_item.tpl]]
{{/NEWS_ITEM}}
</ul>
[[include:frame/_bottom.tpl]]
