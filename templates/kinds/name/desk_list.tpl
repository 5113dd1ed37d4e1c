{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>{{PAGE_TITLE}}</h1>
{{#DELETED}}<p class="notice" role="status">[[Deleted.]]</p>{{/DELETED}}
{{#RENEWALS}}<p class="notice" role="status">[[Pages that still show a name as it was, and will soon be renewed: {{PAGES}}]]</p>{{/RENEWALS}}
<p class="links"><a href="{{NEW_PLACE}}">[[Add a place]]</a> · <a href="{{NEW_PARTY}}">[[Add a country, region or organisation]]</a></p>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter names]]">
<p><label for="kind">[[Kind]]</label> <select id="kind" name="kind"><option value="">[[All]]</option>{{#KIND_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{#N_PLACE}}[[Places]]{{/N_PLACE}}{{#N_COUNTRY}}[[Countries]]{{/N_COUNTRY}}{{#N_REGION}}[[Regions]]{{/N_REGION}}{{#N_ORGANISATION}}[[Organisations]]{{/N_ORGANISATION}}</option>{{/KIND_OPTION}}</select></p>
<p><label for="words">[[Name in any language, or key]]</label> <input id="words" name="words" value="{{WORDS}}" maxlength="200"></p>
<p><button>[[Show]]</button>{{#FILTERED}} <a href="{{PATH}}">[[Show all]]</a>{{/FILTERED}}</p>
</form>
{{/FORM}}
{{#NONE}}<p class="notice">[[No names match your choice.]]</p>{{/NONE}}
{{#LIST}}
<section class="matrix names" aria-labelledby="{{LIST_ID}}" tabindex="0">
<h2 id="{{LIST_ID}}">{{#OF_PLACES}}[[Places]]{{/OF_PLACES}}{{#OF_PARTIES}}[[Countries, regions and organisations]]{{/OF_PARTIES}}</h2>
<table>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">{{#OF_PLACES}}[[Country]]{{/OF_PLACES}}{{#OF_PARTIES}}[[Kind]]{{/OF_PARTIES}}</th><th scope="col">[[In the other languages]]</th><th scope="col">[[Key]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{PATH}}">{{NAME}}</a>{{#UNUSED}} <small>[[not used]]</small>{{/UNUSED}}</th><td>{{#IN_COUNTRY}}{{COUNTRY}}{{/IN_COUNTRY}}[[include:kinds/name/_party_kind.tpl]]</td><td>{{#OTHER}}<span lang="{{TAG}}">{{OTHER_NAME}}</span>{{#OTHER_separator}} · {{/OTHER_separator}}{{/OTHER}}</td><td><code>{{KEY}}</code></td></tr>
{{/ROW}}
</tbody>
</table>
</section>
{{#LEFT_OUT}}<p class="notice">[[Not shown: {{REST}}. Choose a kind or words to see them.]]</p>{{/LEFT_OUT}}
{{/LIST}}
[[include:web/_desk_bottom.tpl]]
