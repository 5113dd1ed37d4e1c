{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Events]]</h1>
<p class="lead">{{LEAD}}</p>
</header>
{{#COMING}}
<section aria-labelledby="coming">
<h2 id="coming">[[Upcoming events]]</h2>
<ul class="meetings">
{{#EVENT}}
[[include:kinds/event/_entry.tpl]]
{{/EVENT}}
</ul>
</section>
{{/COMING}}
{{#YEAR}}
<section aria-labelledby="y{{YEAR_NUMBER}}">
<h2 id="y{{YEAR_NUMBER}}">{{YEAR_NUMBER}}</h2>
<ul class="meetings">
{{#EVENT}}
[[include:kinds/event/_entry.tpl]]
{{/EVENT}}
</ul>
</section>
{{/YEAR}}
{{#NONE}}<p class="notice">[[No event has been announced.]]</p>{{/NONE}}
<p><a href="webcal://{{CALENDAR}}">[[Subscribe to this calendar]]</a></p>
[[include:frame/_bottom.tpl]]
