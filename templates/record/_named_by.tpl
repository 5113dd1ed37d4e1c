{{#OBSTACLES_HERE}}
<section class="activity" aria-labelledby="obstacles">
<h2 id="obstacles">[[Cross-border obstacles]]</h2>
[[include:record/_named.tpl]]
</section>
{{/OBSTACLES_HERE}}
{{#ANSWERED}}
<section class="activity" aria-labelledby="answered">
<h2 id="answered">[[Obstacles that it answers]]</h2>
[[include:record/_named.tpl]]
</section>
{{/ANSWERED}}
{{#PRACTICES_HERE}}
<section class="activity" aria-labelledby="practices">
<h2 id="practices">[[Good practices]]</h2>
[[include:record/_named.tpl]]
</section>
{{/PRACTICES_HERE}}
{{#RELATED}}
<section class="activity" aria-labelledby="related">
<h2 id="related">[[See also]]</h2>
[[include:record/_named.tpl]]
</section>
{{/RELATED}}
