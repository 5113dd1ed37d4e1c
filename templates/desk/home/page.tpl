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
[[include:desk/home/_matrix.tpl]]
</section>
</div>
[[include:web/_desk_bottom.tpl]]
