{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1>[[Documents and languages]]</h1>
<p class="links"><a href="{{NEW_MEETING}}">[[Record a meeting]]</a></p>
{{#GROUP}}
<section class="matrix" aria-labelledby="g{{PLACE}}" tabindex="0">
<h2 id="g{{PLACE}}">{{#KIND_PAGES}}[[Home and overview]]{{/KIND_PAGES}}{{#KIND_TOPICS}}[[Key projects]]{{/KIND_TOPICS}}{{#KIND_PARTNERS}}[[Partners]]{{/KIND_PARTNERS}}{{#KIND_ABOUT}}[[Pages about the site]]{{/KIND_ABOUT}}{{#KIND_MEETINGS}}[[Meetings]]{{/KIND_MEETINGS}}</h2>
<table>
<thead><tr><th scope="col">[[Document]]</th><th scope="col" lang="nl">nl</th><th scope="col" lang="fr">fr</th><th scope="col" lang="de">de</th><th scope="col" lang="en">en</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row" lang="{{ORIGINAL_TAG}}">{{TITLE}}</th>{{#CELL}}<td><a href="{{PATH}}" hreflang="{{TAG}}">{{#OUTDATED}}<strong class="flag">[[outdated]]</strong>{{/OUTDATED}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#MISSING}}<span class="missing">[[missing]]</span>{{/MISSING}}{{#DRAFT}} <em>[[draft]]</em>{{/DRAFT}}</a>{{#ORIGINAL}} <small>[[original]]</small>{{/ORIGINAL}}</td>{{/CELL}}</tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/GROUP}}
[[include:shared/desk_bottom.tpl]]
