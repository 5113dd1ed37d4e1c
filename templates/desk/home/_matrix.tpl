{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter documents]]">
<p><label for="kind">[[Kind]]</label> <select id="kind" name="kind"><option value="">[[All]]</option>{{#KIND_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{GROUP_NAME}}</option>{{/KIND_OPTION}}</select></p>
<p><label for="language">[[Language]]</label> <select id="language" name="language"><option value="">[[All]]</option>{{#LANGUAGE_OPTION}}<option value="{{VALUE}}" lang="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/LANGUAGE_OPTION}}</select></p>
<p><label for="state">[[State]]</label> <select id="state" name="state"><option value="">[[All]]</option>{{#STATE_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{#OUTDATED}}[[outdated]]{{/OUTDATED}}{{#MISSING}}[[missing]]{{/MISSING}}{{#DRAFT}}[[draft]]{{/DRAFT}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#ARCHIVED}}[[in the archive]]{{/ARCHIVED}}</option>{{/STATE_OPTION}}</select></p>
<p><label for="words">[[Words, year or key]]</label> <input id="words" name="words" value="{{WORDS}}" maxlength="200"></p>
<p><label for="year">[[Year]]</label> <input id="year" name="year" value="{{YEAR_TYPED}}" maxlength="4" inputmode="numeric" pattern="[1-9][0-9]{3}"></p>
<p><label for="by">[[Changed last by]]</label> <select id="by" name="account"><option value="">[[All]]</option>{{#ACCOUNT_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{VALUE}}</option>{{/ACCOUNT_OPTION}}</select></p>
<p><label for="since">[[Changed since]]</label> <input id="since" name="since" type="date" value="{{SINCE_DAY}}"></p>
<p>{{#SORTED}}<input type="hidden" name="sort" value="{{SORT}}">{{/SORTED}}<button>[[Show]]</button>{{#FILTERED}} <a href="{{PATH}}">[[Show all]]</a>{{/FILTERED}}</p>
</form>
{{/FORM}}
{{#TOTAL}}<p class="count">[[Documents:]] {{COUNT}}</p>{{/TOTAL}}
{{#NONE}}<p class="notice">[[No documents match your choice.]]</p>{{/NONE}}
{{#GROUP}}
<section class="matrix" aria-labelledby="g{{PLACE}}" tabindex="0">
<h3 id="g{{PLACE}}">{{GROUP_NAME}}</h3>
<table>
<thead><tr><th scope="col"{{#BY_TITLE}}{{#UP}} aria-sort="ascending"{{/UP}}{{#DOWN}} aria-sort="descending"{{/DOWN}}><a href="{{PATH}}">[[Document]]</a>{{#UP}} ▲{{/UP}}{{#DOWN}} ▼{{/DOWN}}{{/BY_TITLE}}</th><th scope="col"{{#BY_DAY}}{{#UP}} aria-sort="ascending"{{/UP}}{{#DOWN}} aria-sort="descending"{{/DOWN}}><a href="{{PATH}}">[[Day]]</a>{{#UP}} ▲{{/UP}}{{#DOWN}} ▼{{/DOWN}}{{/BY_DAY}}</th>{{#COLUMN}}<th scope="col" lang="{{TAG}}">{{TAG}}</th>{{/COLUMN}}<th scope="col"{{#BY_CHANGE}}{{#UP}} aria-sort="ascending"{{/UP}}{{#DOWN}} aria-sort="descending"{{/DOWN}}><a href="{{PATH}}">[[Last change]]</a>{{#UP}} ▲{{/UP}}{{#DOWN}} ▼{{/DOWN}}{{/BY_CHANGE}}</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{DOCUMENT}}" lang="{{ORIGINAL_TAG}}">{{TITLE}}</a>{{#KIND}} <small>{{KIND_NAME}}</small>{{/KIND}}{{#APART}} <small>{{APART_WORDS}}</small>{{/APART}}{{#ALIGN}}<form class="inline" action="{{DOCUMENT}}" method="post"><input type="hidden" name="form_token" value="{{MATRIX_TOKEN}}"><button name="action" value="aligned">[[All translations are still correct]]<span class="hidden">: {{TITLE}}</span></button></form>{{/ALIGN}}</th><td class="day">{{DAY}}</td>{{#CELL}}<td><a href="{{PATH}}" hreflang="{{TAG}}">{{#OUTDATED}}<strong class="flag">[[outdated]]</strong>{{/OUTDATED}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#MISSING}}<span class="missing">[[missing]]</span>{{/MISSING}}{{#DRAFT}} <em>[[draft]]</em>{{/DRAFT}}</a>{{#ORIGINAL}} <small>[[original]]</small>{{/ORIGINAL}}</td>{{/CELL}}<td class="day">{{CHANGED_AT}} <small>{{CHANGED_BY}}</small></td></tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/GROUP}}
{{#PAGES}}<nav class="pages" aria-label="[[Pages of the list]]">{{#BEFORE}}<a href="{{PATH}}" rel="prev">[[Previous page]]</a>{{/BEFORE}} <span aria-current="page">[[Page]] {{NUMBER}}</span> {{#AFTER}}<a href="{{PATH}}" rel="next">[[Next page]]</a>{{/AFTER}}</nav>{{/PAGES}}
