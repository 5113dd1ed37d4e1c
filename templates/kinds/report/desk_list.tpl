{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1 id="reports">[[Reports of obstacles]]</h1>
<p class="length">{{#WAITING}}<strong>{{COUNT}}</strong> [[waiting, the first since {{SINCE_DAY}}.]]{{/WAITING}}{{#NONE_WAITING}}[[No report is waiting.]]{{/NONE_WAITING}}{{#HELD}} <a href="{{PATH}}">[[Held back because of very many reports: {{NUMBER}}.]]</a>{{/HELD}}{{#DROPPED}} <small>[[Of these deleted unread in thirty days: {{NUMBER}}.]]</small>{{/DROPPED}}</p>
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter reports]]">
<p><label for="outcome">[[State]]</label> <select id="outcome" name="outcome"><option value="">[[All]]</option>{{#OUTCOME_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>[[include:kinds/report/_outcome.tpl]]</option>{{/OUTCOME_OPTION}}</select></p>
<p><button>[[Show]]</button>{{#FILTERED}} <a href="{{PATH}}">[[Show all]]</a>{{/FILTERED}}</p>
</form>
{{#NONE}}<p class="notice">[[There are no reports here.]]</p>{{/NONE}}
{{#LIST}}
<section class="saves reports" aria-labelledby="reports" tabindex="0">
<table>
<thead><tr><th scope="col">[[Reference]]</th><th scope="col">[[Day]]</th><th scope="col">[[State]]</th><th scope="col">[[Report]]</th></tr></thead>
<tbody>
{{#ROW}}<tr><th scope="row"><a class="reference" href="{{PATH}}">{{REFERENCE}}</a></th><td>{{DAY}}</td><td>{{#IS_NEW}}<strong class="flag">[[waiting]]</strong>{{/IS_NEW}}{{#IS_HELD}}<strong class="flag">[[held back]]</strong>{{/IS_HELD}}{{#IS_TAKEN}}[[added to the register]]{{/IS_TAKEN}}{{#IS_MERGED}}[[merged with a known obstacle]]{{/IS_MERGED}}{{#IS_REJECTED}}[[rejected]]{{/IS_REJECTED}}{{#IS_LAPSED}}[[lapsed]]{{/IS_LAPSED}}</td><td>{{#WORDS}}<strong lang="{{WORDS_TAG}}">{{WHERE}}</strong> <small>{{TAG}}</small><br><span lang="{{WORDS_TAG}}">{{BEGINNING}}</span>{{/WORDS}}{{#SWEPT}}<small>{{TAG}}</small> [[deleted after twelve months]]{{/SWEPT}}</td></tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/LIST}}
{{#PAGES}}<nav class="pages" aria-label="[[Pages of the reports]]">{{#BEFORE}}<a href="{{PATH}}" rel="prev">[[Previous page]]</a>{{/BEFORE}} {{#AFTER}}<a href="{{PATH}}" rel="next">[[Next page]]</a>{{/AFTER}}</nav>{{/PAGES}}
[[include:web/_desk_bottom.tpl]]
