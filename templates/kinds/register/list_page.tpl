{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<div class="cooperation">
<header class="head">
<h1>[[include:frame/_title.tpl]]</h1>
<p class="lead">{{LEAD}}</p>
</header>
[[include:kinds/register/_figures.tpl]]
<p class="ways">{{#TO_PRACTICES}}<a href="{{PATH}}">[[Good practices]]</a>{{/TO_PRACTICES}}{{#TO_OBSTACLES}}<a href="{{PATH}}">[[Cross-border obstacles]]</a>{{/TO_OBSTACLES}} <a href="{{REPORT}}">[[Report an obstacle]]</a></p>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter the register]]">
<p><label for="words">[[Words]]</label> <input id="words" name="q" type="search" value="{{WORDS}}" maxlength="200" autocomplete="off"></p>
<p><label for="field">[[Field]]</label> <select id="field" name="field"><option value="">[[All]]</option>{{#FIELD_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{FIELD_WORDS}} ({{COUNT}})</option>{{/FIELD_OPTION}}</select></p>
<p><label for="border">[[Border or region]]</label> <select id="border" name="border"><option value="">[[All]]</option>{{#BORDERS}}<optgroup label="[[Borders]]">{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}} ({{COUNT}})</option>{{/OPTION}}</optgroup>{{/BORDERS}}{{#PARTIES}}<optgroup label="[[Countries, regions, organisations]]">{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}} ({{COUNT}})</option>{{/OPTION}}</optgroup>{{/PARTIES}}</select></p>
{{#STATUSES}}<p><label for="status">[[Status]]</label> <select id="status" name="status"><option value="">[[All]]</option>{{#STATUS_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{STATUS_WORDS}} ({{COUNT}})</option>{{/STATUS_OPTION}}</select></p>{{/STATUSES}}
<p><button>[[Show]]</button></p>
</form>
{{/FORM}}
[[include:frame/_found.tpl]]
<h2 class="hidden">[[Results]]</h2>
{{#MANY}}<p class="notice" role="status">[[More than {{NUMBER}} match these words: here are some of them. Add words to narrow the results.]]</p>{{/MANY}}
<ul class="meetings">
{{#ENTRY}}
[[include:kinds/register/_entry.tpl]]
{{/ENTRY}}
</ul>
{{#NONE}}
<p class="notice">[[Nothing in the register matches your choice.]]</p>
{{/NONE}}
{{#OLDER}}
<p class="older"><a href="{{PATH}}" rel="next">[[Older results]]</a></p>
{{/OLDER}}
{{#PICTURES}}
<aside class="facts" aria-labelledby="pictures">
<h2 id="pictures">[[The register in pictures]]</h2>
[[include:frame/_map_of_borders.tpl]]
[[include:kinds/register/_years.tpl]]
</aside>
{{/PICTURES}}
</div>
[[include:frame/_bottom.tpl]]
