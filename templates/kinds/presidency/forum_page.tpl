{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Presidencies]]: <span lang="{{TAG}}">{{LABEL}}</span></h1>
<p class="lead">[[Who chairs this forum, now, next and before.]]</p>
</header>
<section class="presidency" aria-labelledby="terms">
<h2 id="terms" class="hidden">[[All terms]]</h2>
[[include:kinds/presidency/_now.tpl]]
<table>
<thead><tr><th scope="col">[[Term]]</th><th scope="col">[[Presidency]]</th></tr></thead>
<tbody>
{{#ITEM}}
<tr{{#TODAY}} aria-current="date"{{/TODAY}}><th scope="row">{{#DURING}}{{TERM}}{{/DURING}}{{#FROM}}[[since {{TERM}}]]{{/FROM}}</th><td>{{HOLDERS}}{{#NUMBER}} <small>([[{{ORDINAL}} presidency]])</small>{{/NUMBER}}</td></tr>
{{/ITEM}}
</tbody>
</table>
<p class="ways part"><a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a></p>
</section>
[[include:frame/_bottom.tpl]]
