{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Presidencies]]</h1>
<p class="lead">[[Who chairs which forum, now and in other years.]]</p>
</header>
{{#FORUM}}
<section class="presidency" aria-labelledby="{{KEY}}">
<h2 id="{{KEY}}"><a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a></h2>
[[include:kinds/presidency/_now.tpl]]
</section>
{{/FORUM}}
[[include:frame/_bottom.tpl]]
