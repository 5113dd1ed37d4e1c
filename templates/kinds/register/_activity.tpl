{{#OBSTACLES}}
<section class="activity" aria-labelledby="obstacles">
<h2 id="obstacles">[[Cross-border obstacles]]</h2>
<ul class="meetings">
{{#ENTRY}}
[[include:kinds/register/_entry.tpl]]
{{/ENTRY}}
</ul>
<p><a href="{{ALL_PATH}}">[[All related obstacles]]</a></p>
</section>
{{/OBSTACLES}}
{{#PRACTICES}}
<section class="activity" aria-labelledby="practices">
<h2 id="practices">[[Good practices]]</h2>
<ul class="meetings">
{{#ENTRY}}
[[include:kinds/register/_entry.tpl]]
{{/ENTRY}}
</ul>
<p><a href="{{ALL_PATH}}">[[All related good practices]]</a></p>
</section>
{{/PRACTICES}}
