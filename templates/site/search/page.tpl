{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Search]]</h1>
{{#TOO_LONG}}<p class="notice">[[This search is too long. Use at most {{LONGEST}} characters.]]</p>{{/TOO_LONG}}
{{#MANY}}<p class="lead" role="status">[[More than {{NUMBER}} results, the latest first. Add words to narrow the results.]]</p>{{/MANY}}
{{#SOME}}<p class="lead" role="status">[[{{NUMBER}} results]]</p>{{/SOME}}
{{#ONE}}<p class="lead" role="status">[[One result]]</p>{{/ONE}}
{{#NOT_ALL}}<p class="lead" role="status">[[No page has all of these words. These pages have most of them.]]</p>{{/NOT_ALL}}
{{#NONE}}<p class="lead" role="status">[[No results in English.]]</p>{{/NONE}}
{{#INSTEAD}}<p>[[Did you mean:]] <a class="instead" href="{{PATH}}">{{WORDS}}</a></p>{{/INSTEAD}}
</header>
<form class="find again" role="search" action="{{SEARCH}}" method="get" aria-label="[[Search again]]">
<label for="again">[[Words, or a phrase in quotation marks]]</label><input id="again" name="q" type="search" value="{{SOUGHT}}" maxlength="200" autocomplete="off"><button>[[Search]]</button>
</form>
{{#HERE}}
<h2 class="hidden">[[Results]]</h2>
<ol class="meetings">
{{#FINDING}}
[[include:site/search/_finding.tpl]]
{{/FINDING}}
</ol>
{{/HERE}}
{{#NEAREST}}
<section aria-labelledby="nearest">
<h2 id="nearest">[[With most of the words]]</h2>
<ol class="meetings">
{{#FINDING}}
[[include:site/search/_finding.tpl]]
{{/FINDING}}
</ol>
</section>
{{/NEAREST}}
<p class="pages">{{#BEFORE}}<a href="{{PATH}}" rel="prev">[[Previous page]]</a>{{/BEFORE}} {{#AFTER}}<a href="{{PATH}}" rel="next">[[Next page]]</a>{{/AFTER}}</p>
{{#ELSEWHERE}}
<section class="elsewhere" aria-labelledby="elsewhere">
<h2 id="elsewhere">[[In other languages]]</h2>
<ol class="meetings">
{{#FINDING}}
[[include:site/search/_finding.tpl]]
{{/FINDING}}
</ol>
</section>
{{/ELSEWHERE}}
[[include:frame/_bottom.tpl]]
