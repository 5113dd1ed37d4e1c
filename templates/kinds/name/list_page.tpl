{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
<header class="head">
<h1>[[Places]]</h1>
<p class="lead">{{LEAD}}</p>
</header>
{{#COUNTRY}}
<section aria-labelledby="{{KEY}}">
<h2 id="{{KEY}}">{{NAME}}</h2>
<ul class="meetings">
{{#TOWN}}
<li class="meeting">
<h3 class="when">{{NAME}}</h3>
{{#MET}}<p>[[Meetings:]] {{NUMBER}}</p>
<p>[[The latest:]] <a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a>, <time datetime="{{DATE_ISO}}">{{DATE}}</time></p>{{/MET}}
{{#EVENTS}}<p>[[Events:]] {{NUMBER}}</p>{{/EVENTS}}
{{#SEATS}}<p>[[Seat of:]] {{#SEAT}}<a href="{{PATH}}" lang="{{TAG}}">{{NAME}}</a>{{#SEAT_separator}}, {{/SEAT_separator}}{{/SEAT}}</p>{{/SEATS}}
</li>
{{/TOWN}}
</ul>
</section>
{{/COUNTRY}}
[[include:frame/_bottom.tpl]]
