{{%AUTOESCAPE context="HTML"}}[[include:frame/_top.tpl]]
[[include:record/_notice.tpl]]
<div class="hero">
<header class="head">
<h1 lang="{{TEXT_TAG}}">[[include:frame/_title.tpl]]</h1>
<p class="lead" lang="{{TEXT_TAG}}">{{SUMMARY}}</p>
<p class="ways"><a class="act" href="{{ALL_COOPERATION}}">[[All cooperation]]</a> <a class="act" href="{{REPORT_AN_OBSTACLE}}">[[Report an obstacle]]</a></p>
</header>
[[include:frame/_map_of_all.tpl]]
</div>
<div class="now-at-work">
<section aria-labelledby="next">
<h2 id="next">[[Next meeting]]</h2>
{{#NEXT}}<p><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></p>
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time>{{#PLACE}} <span>{{VALUE}}</span>{{/PLACE}} <span>{{FORUM}}</span></p>{{/NEXT}}
{{#NOTHING_PLANNED}}<p>[[No meeting has been announced.]]</p>{{/NOTHING_PLANNED}}
<p><a href="{{ALL_MEETINGS}}">[[All meetings]]</a></p>
</section>
{{#AGREED}}
<section aria-labelledby="agreed">
<h2 id="agreed">[[Last agreed]]</h2>
<p><a class="clamp" href="{{PATH}}" lang="{{TAG}}">{{TEXT}}</a></p>
<p class="when"><time datetime="{{DATE_ISO}}">{{DATE}}</time> <span>{{FORUM}}</span></p>
<p><a href="{{ALL_CONCLUSIONS}}">[[All conclusions]]</a></p>
</section>
{{/AGREED}}
{{#PRESIDING}}
<section aria-labelledby="presiding">
<h2 id="presiding">[[Who presides]]</h2>
<ul>
{{#TERM_NOW}}<li>{{FORUM}}: {{HOLDERS}} <small>({{TERM}})</small></li>
{{/TERM_NOW}}
</ul>
<p><a href="{{ALL_PRESIDENCIES}}">[[All presidencies]]</a></p>
</section>
{{/PRESIDING}}
</div>
<section class="cards" aria-labelledby="topics">
<h2 id="topics">[[Key projects]]</h2>
<ul>
{{#TOPIC}}
<li class="card"><h3><a href="{{PATH}}" lang="{{TAG}}">{{TITLE}}</a></h3><p lang="{{TAG}}">{{SUMMARY}}</p></li>
{{/TOPIC}}
</ul>
</section>
<section class="activity" aria-labelledby="register">
<h2 id="register">[[Obstacles at the borders]]</h2>
[[include:kinds/register/_figures.tpl]]
<p class="ways"><a href="{{ALL_OBSTACLES}}">[[Register of obstacles]]</a> <a href="{{ALL_PRACTICES}}">[[Good practices]]</a> {{#CENTRE}}<a href="{{PATH}}">[[Centre of excellence]]</a>{{/CENTRE}} <a href="{{ALL_EVENTS}}">[[Events]]</a></p>
</section>
<section class="activity" aria-labelledby="news">
<h2 id="news">[[News]]</h2>
<ul class="meetings">
{{#NEWS_ITEM}}
[[include:site/news/_item.tpl]]
{{/NEWS_ITEM}}
</ul>
<p><a href="{{ALL_NEWS}}">[[All news]]</a></p>
</section>
<div class="prose activity about" lang="{{TEXT_TAG}}">
{{BODY_HTML:none}}
{{#BODY_PART}}[[include:record/_untranslated.tpl]]{{/BODY_PART}}
</div>
[[include:record/_sources.tpl]]
[[include:frame/_bottom.tpl]]
