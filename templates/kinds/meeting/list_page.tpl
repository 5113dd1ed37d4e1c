{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Meetings]]</h1>
<p class="lead">[[When the forums meet, what they have agreed, and what became of it.]]</p>
</header>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter meetings]]">
<p><label for="forum">[[Forum]]</label> <select id="forum" name="forum"><option value="">[[All]]</option>{{#FORUM_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/FORUM_OPTION}}</select></p>
<p><label for="type">[[Kind of meeting]]</label> <select id="type" name="type"><option value="">[[All]]</option>{{#TYPE_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{TYPE_WORDS}}</option>{{/TYPE_OPTION}}</select></p>
<p><label for="year">[[Year]]</label> <select id="year" name="year"><option value="">[[All]]</option>{{#YEAR_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{VALUE}}</option>{{/YEAR_OPTION}}</select></p>
<p><button>[[Show]]</button></p>
</form>
{{/FORM}}
[[include:frame/_found.tpl]]
<p class="ways">{{#THIS_YEAR}}<a href="{{PATH}}" rel="nofollow">[[{{YEAR}} at a glance]]</a> {{/THIS_YEAR}}<a href="webcal://{{CALENDAR}}">[[Subscribe to this calendar]]</a> <a href="{{PLACES}}">[[Places]]</a></p>
{{#GLANCE}}
<section aria-labelledby="glance">
<h2 id="glance">[[{{YEAR}} at a glance]]</h2>
<ol class="months">
{{#MONTH}}<li><h3>{{MONTH_NAME}}</h3>{{#DAYS}}<ul>{{#DAY}}<li><a href="{{PATH}}">{{NUMBER}} <span lang="{{TAG}}">{{LABEL}}</span></a></li>{{/DAY}}</ul>{{/DAYS}}</li>
{{/MONTH}}
</ol>
</section>
{{/GLANCE}}
{{#COMING}}
<section aria-labelledby="coming">
<h2 id="coming">[[Upcoming meetings]]</h2>
<ul class="meetings">
{{#MEETING}}
[[include:kinds/meeting/_entry.tpl]]
{{/MEETING}}
</ul>
</section>
{{/COMING}}
{{#YEAR}}
<section aria-labelledby="y{{YEAR_NUMBER}}">
<h2 id="y{{YEAR_NUMBER}}"><a href="{{YEAR_PATH}}" rel="nofollow">{{YEAR_NUMBER}}</a></h2>
<ul class="meetings">
{{#MEETING}}
[[include:kinds/meeting/_entry.tpl]]
{{/MEETING}}
</ul>
</section>
{{/YEAR}}
{{#NONE}}
<p class="notice">[[No meetings match your choice.]]</p>
{{/NONE}}
{{#OLDER}}
<p class="older"><a href="{{PATH}}" rel="next">[[Earlier meetings]]</a></p>
{{/OLDER}}
[[include:frame/_bottom.tpl]]
