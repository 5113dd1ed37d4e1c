{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Presidencies]]</h1>
<p class="lead">[[Who chairs which forum, now and in other years.]]</p>
</header>
{{#FORUM}}
<section class="presidency" aria-labelledby="{{KEY}}">
<h2 id="{{KEY}}"><a href="{{PATH}}" lang="{{TAG}}">{{LABEL}}</a></h2>
{{#NOW}}
<p class="now"><span>[[Now:]]</span> <strong>{{HOLDERS}}</strong> <small>({{#DURING}}{{TERM}}{{/DURING}}{{#FROM}}[[since {{TERM}}]]{{/FROM}}{{#NUMBER}}, [[{{ORDINAL}} presidency]]{{/NUMBER}})</small></p>
{{/NOW}}
{{#NOBODY}}
<p class="now">[[Current presidency: no information at present.]]</p>
{{/NOBODY}}
{{#TERMS}}
<table>
<thead><tr><th scope="col">[[Term]]</th><th scope="col">[[Presidency]]</th></tr></thead>
<tbody>
{{#ITEM}}
<tr><th scope="row">{{#DURING}}{{TERM}}{{/DURING}}{{#FROM}}[[since {{TERM}}]]{{/FROM}}</th><td>{{HOLDERS}}{{#NUMBER}} <small>([[{{ORDINAL}} presidency]])</small>{{/NUMBER}}</td></tr>
{{/ITEM}}
</tbody>
</table>
{{/TERMS}}
</section>
{{/FORUM}}
[[include:frame/_bottom.tpl]]
