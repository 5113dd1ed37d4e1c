{{#MILESTONES}}
<section class="milestones" aria-labelledby="milestones">
<h2 id="milestones">[[Milestones]]</h2>
{{#SAID}}
<ol>
{{#MILESTONE}}
<li><time datetime="{{DATE_ISO}}">{{DATE}}</time> <span lang="{{TEXT_TAG}}">{{TEXT}}</span></li>
{{/MILESTONE}}
</ol>
{{/SAID}}
[[include:record/_untranslated.tpl]]
</section>
{{/MILESTONES}}
