{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Documents and languages]]</h1>
<p class="links">{{#NEW}}<a href="{{PATH}}">{{WORDS}}</a> · {{/NEW}}<a href="{{REPORTS}}">[[Reports of obstacles]]</a>{{#REPORTS_WAITING}} <strong>{{REPORTS_COUNT}}</strong>{{/REPORTS_WAITING}}</p>
<div class="survey">
<section class="findings" aria-labelledby="findings">
<h2 id="findings">[[Needs attention]]</h2>
{{#REPORTS_LEFT}}<p><a href="{{PATH}}">[[Reports that wait for more than two weeks]]</a> <strong>{{COUNT}}</strong></p>{{/REPORTS_LEFT}}
{{#REPORTS_HELD}}<p><a href="{{PATH}}">[[Reports held back because very many came in]]</a> <strong>{{COUNT}}</strong></p>{{/REPORTS_HELD}}
{{#CARE}}
<details{{#UNFOLDED}} open{{/UNFOLDED}}>
<summary><span>{{#FAILED}}[[Drafts that could not be published at the time set]]{{/FAILED}}{{#CONCLUSIONS}}[[Meetings without conclusions]]{{/CONCLUSIONS}}{{#PLANNED}}[[Meetings that are over and still planned]]{{/PLANNED}}{{#MISSING}}[[Languages that are missing]]{{/MISSING}}{{#OUTDATED}}[[Outdated translations]]{{/OUTDATED}}{{#GAP}}[[Gaps between presidencies]]{{/GAP}}{{#VACANT}}[[Forums without a presidency today]]{{/VACANT}}{{#LINK}}[[Broken links]]{{/LINK}}{{#DRAFT}}[[Drafts older than a month]]{{/DRAFT}}</span> <strong>{{COUNT}}</strong></summary>
<ul>
{{#FINDING}}
<li><a href="{{PATH}}"><span lang="{{ORIGINAL_TAG}}">{{TITLE}}</span>{{#OF_LANGUAGE}} ({{TAG}}){{/OF_LANGUAGE}}</a>{{#APART}} <small>{{APART_WORDS}}</small>{{/APART}}{{#WHEN}} <small>{{MINUTE}}: {{#BY_ADDRESS}}[[Another document is public at this address]]{{/BY_ADDRESS}}{{#BY_TEXTS}}[[a title, short title or summary is missing]]{{/BY_TEXTS}}{{#BY_OTHER}}<span lang="en">{{MESSAGE}}</span>{{/BY_OTHER}}</small>{{/WHEN}}{{#DAYS}} <small>{{DAY}}</small>{{/DAYS}}{{#SINCE}} <small>[[since {{DAY}}]]</small>{{/SINCE}}{{#UNTIL}} <small>[[until {{DAY}}]]</small>{{/UNTIL}}{{#DRAFTED}} <small>[[draft]]</small>{{/DRAFTED}}{{#TARGET}} <code>doc:{{KEY}}</code>{{/TARGET}}</li>
{{/FINDING}}
</ul>
{{#MORE}}<p class="rest">[[Not shown: {{REST}}.]]{{#ALL}} <a href="{{PATH}}">[[All in the overview]]</a>{{/ALL}}</p>{{/MORE}}
</details>
{{/CARE}}
{{#CARED_FOR}}<p>[[Nothing needs attention.]]</p>{{/CARED_FOR}}
</section>
<section aria-labelledby="overview">
<h2 id="overview">[[All documents]]</h2>
{{#FORM}}
<form class="filter" action="{{ACTION}}" method="get" aria-label="[[Filter documents]]">
<p><label for="kind">[[Kind]]</label> <select id="kind" name="kind"><option value="">[[All]]</option>{{#KIND_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{GROUP_NAME}}</option>{{/KIND_OPTION}}</select></p>
<p><label for="language">[[Language]]</label> <select id="language" name="language"><option value="">[[All]]</option>{{#LANGUAGE_OPTION}}<option value="{{VALUE}}" lang="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{LABEL}}</option>{{/LANGUAGE_OPTION}}</select></p>
<p><label for="state">[[State]]</label> <select id="state" name="state"><option value="">[[All]]</option>{{#STATE_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{#OUTDATED}}[[outdated]]{{/OUTDATED}}{{#MISSING}}[[missing]]{{/MISSING}}{{#DRAFT}}[[draft]]{{/DRAFT}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#ARCHIVED}}[[in the archive]]{{/ARCHIVED}}</option>{{/STATE_OPTION}}</select></p>
<p><label for="words">[[Words in the title]]</label> <input id="words" name="words" value="{{WORDS}}" maxlength="200"></p>
<p><button>[[Show]]</button>{{#FILTERED}} <a href="{{PATH}}">[[Show all]]</a>{{/FILTERED}}</p>
</form>
{{/FORM}}
{{#NONE}}<p class="notice">[[No documents match your choice.]]</p>{{/NONE}}
{{#GROUP}}
<section class="matrix" aria-labelledby="g{{PLACE}}" tabindex="0">
<h3 id="g{{PLACE}}">{{GROUP_NAME}}</h3>
<table>
<thead><tr><th scope="col">[[Document]]</th>{{#COLUMN}}<th scope="col" lang="{{TAG}}">{{TAG}}</th>{{/COLUMN}}</tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row"><a href="{{DOCUMENT}}" lang="{{ORIGINAL_TAG}}">{{TITLE}}</a>{{#APART}} <small>{{APART_WORDS}}</small>{{/APART}}</th>{{#CELL}}<td><a href="{{PATH}}" hreflang="{{TAG}}">{{#OUTDATED}}<strong class="flag">[[outdated]]</strong>{{/OUTDATED}}{{#PUBLISHED}}[[published]]{{/PUBLISHED}}{{#MISSING}}<span class="missing">[[missing]]</span>{{/MISSING}}{{#DRAFT}} <em>[[draft]]</em>{{/DRAFT}}</a>{{#ORIGINAL}} <small>[[original]]</small>{{/ORIGINAL}}</td>{{/CELL}}</tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/GROUP}}
{{#LEFT_OUT}}<p class="notice">[[Not shown: {{REST}}. Choose a kind, a state or words to see them.]]</p>{{/LEFT_OUT}}
</section>
</div>
[[include:web/_desk_bottom.tpl]]
