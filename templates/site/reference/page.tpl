{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Open data: lists and fields]]</h1>
<p class="lead">{{LEAD}}</p>
</header>
<section class="prose">
<h2 id="licence">[[Licence]]</h2>
<p>[[Texts and data:]] <a rel="license" href="{{LICENCE_URL}}">{{LICENCE_NAME}}</a>. [[Please acknowledge the source: Secretariat-General of the Benelux Union, Benelux+.]]{{#RULES}} <a href="{{PATH}}">[[How it works and what you can rely on]]</a>{{/RULES}}</p>
</section>
<section class="prose">
<h2 id="files">[[All of it]]</h2>
<ul>
{{#FILE}}<li><a href="{{PATH}}"><code>{{PATH}}</code></a>: {{WORDS}}</li>
{{/FILE}}
</ul>
</section>
{{#LIST}}
<section class="prose">
<h2 id="{{ID}}">{{TITLE}}</h2>
<p>{{WORDS}}</p>
<p>{{#FORMAT}}<a href="{{PATH}}" rel="nofollow"><code>{{PATH}}</code></a>{{#FORMAT_separator}}, {{/FORMAT_separator}}{{/FORMAT}}</p>
{{#PARAMETERS}}
<ul>
{{#PARAMETER}}<li><code>{{NAME}}</code>: {{WORDS}}{{#VALUE}} <code>{{CODE}}</code>{{/VALUE}}</li>
{{/PARAMETER}}
</ul>
{{/PARAMETERS}}
[[include:site/reference/_fields.tpl]]
</section>
{{/LIST}}
{{#SHAPE}}
<section class="prose">
<h2 id="{{ID}}">{{TITLE}}</h2>
[[include:site/reference/_fields.tpl]]
</section>
{{/SHAPE}}
[[include:frame/_bottom.tpl]]
