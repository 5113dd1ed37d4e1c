{{%AUTOESCAPE context="HTML"}}[[include:shared/top.tpl]]
<header class="head">
<h1>{{TITLE}}</h1>
<p class="lead">{{LEAD}}</p>
</header>
{{#FIGURES}}
<ul class="figures" aria-label="[[How many there are]]">
{{#OPEN}}<li><span><strong>{{NUMBER}}</strong> [[Still open]]</span></li>{{/OPEN}}
{{#FIGURE}}<li><a href="{{PATH}}"><strong>{{NUMBER}}</strong> [[include:shared/register_status.tpl]]</a></li>
{{/FIGURE}}
</ul>
{{/FIGURES}}
<p class="ways">{{#TO_PRACTICES}}<a href="{{PATH}}">[[Good practices]]</a>{{/TO_PRACTICES}}{{#TO_OBSTACLES}}<a href="{{PATH}}">[[Cross-border obstacles]]</a>{{/TO_OBSTACLES}} <a href="{{REPORT}}">[[Report an obstacle]]</a></p>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter the register]]">
<p><label for="words">[[Words]]</label> <input id="words" name="q" type="search" value="{{WORDS}}" maxlength="200" autocomplete="off"></p>
<p><label for="field">[[Field]]</label> <select id="field" name="field"><option value="">[[All]]</option>{{#FIELD_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>[[include:shared/register_field.tpl]] ({{COUNT}})</option>{{/FIELD_OPTION}}</select></p>
<p><label for="border">[[Border or region]]</label> <select id="border" name="border"><option value="">[[All]]</option>{{#BORDERS}}<optgroup label="[[Borders]]">{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}} ({{COUNT}})</option>{{/OPTION}}</optgroup>{{/BORDERS}}{{#PARTIES}}<optgroup label="[[Countries, regions, organisations]]">{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}} ({{COUNT}})</option>{{/OPTION}}</optgroup>{{/PARTIES}}</select></p>
{{#STATUSES}}<p><label for="status">[[Status]]</label> <select id="status" name="status"><option value="">[[All]]</option>{{#STATUS_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>[[include:shared/register_status.tpl]] ({{COUNT}})</option>{{/STATUS_OPTION}}</select></p>{{/STATUSES}}
<p><button>[[Show]]</button></p>
</form>
{{/FORM}}
<h2 class="hidden">[[Results]]</h2>
{{#MANY}}<p class="notice" role="status">[[More than {{NUMBER}} match these words: here are some of them. More words make the choice smaller.]]</p>{{/MANY}}
<ul class="meetings">
{{#ENTRY}}
[[include:shared/register_entry.tpl]]
{{/ENTRY}}
</ul>
{{#NONE}}
<p class="notice">[[Nothing in the register matches your choice.]]</p>
{{/NONE}}
{{#OLDER}}
<p class="older"><a href="{{PATH}}" rel="next">[[Older ones]]</a></p>
{{/OLDER}}
[[include:shared/bottom.tpl]]
