{{%AUTOESCAPE context="HTML"}}[[include:shared/top.tpl]]
<header class="head">
<h1>[[Search]]</h1>
{{#TOO_LONG}}<p class="notice">[[This search is too long. Use at most {{LONGEST}} characters.]]</p>{{/TOO_LONG}}
{{#MANY}}<p class="lead" role="status">[[More than {{NUMBER}} results, the latest first. More words make the choice smaller.]]</p>{{/MANY}}
{{#SOME}}<p class="lead" role="status">[[{{NUMBER}} results]]</p>{{/SOME}}
{{#ONE}}<p class="lead" role="status">[[One result]]</p>{{/ONE}}
{{#NONE}}<p class="lead" role="status">[[Nothing was found in English.]]</p>{{/NONE}}
{{#INSTEAD}}<p>[[Did you mean:]] <a class="instead" href="{{PATH}}">{{WORDS}}</a></p>{{/INSTEAD}}
</header>
<form class="find again" role="search" action="{{SEARCH}}" method="get" aria-label="[[Search again]]">
<label for="again">[[Words, or a phrase in quotation marks]]</label><input id="again" name="q" type="search" value="{{SOUGHT}}" maxlength="200" autocomplete="off"><button>[[Search]]</button>
</form>
{{#HERE}}
<h2 class="hidden">[[Results]]</h2>
<ol class="findings">
{{#FINDING}}
[[include:shared/finding.tpl]]
{{/FINDING}}
</ol>
{{/HERE}}
<p class="pages">{{#BEFORE}}<a href="{{PATH}}" rel="prev">[[Previous page]]</a>{{/BEFORE}} {{#AFTER}}<a href="{{PATH}}" rel="next">[[Next page]]</a>{{/AFTER}}</p>
{{#ELSEWHERE}}
<section class="elsewhere" aria-labelledby="elsewhere">
<h2 id="elsewhere">[[In other languages]]</h2>
<ol class="findings">
{{#FINDING}}
[[include:shared/finding.tpl]]
{{/FINDING}}
</ol>
</section>
{{/ELSEWHERE}}
[[include:shared/bottom.tpl]]
