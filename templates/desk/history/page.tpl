{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[History]]: <a href="{{TEXT_PATH}}" lang="{{ORIGINAL_TAG}}">{{DOCUMENT_TITLE}}</a> <small lang="{{TAG}}">{{LANGUAGE_NAME}}</small></h1>
{{#COMPARISON}}<section class="comparison" aria-labelledby="comparison">
<h2 id="comparison">[[What changed]]</h2>
<p class="when">{{FROM_AT}} {{FROM_BY}} → {{TO_AT}} {{TO_BY}}</p>
{{#SAME_TEXT}}<p class="notice">[[There is no difference between the two.]]</p>{{/SAME_TEXT}}
{{#CHANGE}}<h3>[[include:desk/text/_field.tpl]]</h3>
{{#DIFF}}<p class="lines" lang="{{TAG}}">[[include:desk/text/_diff.tpl]]</p>{{/DIFF}}
{{/CHANGE}}
</section>{{/COMPARISON}}
{{#NONE}}<p class="notice">[[There are no versions here.]]</p>{{/NONE}}
{{#LIST}}
<form id="compare" class="fields" action="{{ACTION}}" method="get"><p class="actions"><button>[[Compare]]</button> <small>[[The two that are marked below]]</small></p></form>
<section class="saves" aria-labelledby="saves" tabindex="0">
<h2 id="saves">[[All versions]]</h2>
<table>
<thead><tr><th scope="col">[[From]]</th><th scope="col">[[To]]</th><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[State]]</th><th scope="col">[[What you changed]]</th><th scope="col">[[Action]]</th></tr></thead>
<tbody>
{{#SAVE}}<tr><td><input type="radio" form="compare" name="from" value="{{ID}}" aria-label="[[From]] {{AT}} ({{ID}})"{{#IS_FROM}} checked{{/IS_FROM}}></td><td><input type="radio" form="compare" name="to" value="{{ID}}" aria-label="[[To]] {{AT}} ({{ID}})"{{#IS_TO}} checked{{/IS_TO}}></td>[[include:desk/text/_save.tpl]]<td>{{#RESTORE}}<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="edition" value="{{EDITION}}"><button>[[Restore as a new draft]]<span class="hidden">: {{AT}} ({{EDITION}})</span></button></form>{{/RESTORE}}</td></tr>
{{/SAVE}}
</tbody>
</table>
</section>
{{/LIST}}
<p class="pages">{{#LATEST}}<a href="{{ACTION}}">[[The latest versions]]</a>{{/LATEST}} {{#OLDER}}<a href="{{OLDER_PATH}}">[[Older versions]]</a>{{/OLDER}}</p>
[[include:web/_desk_bottom.tpl]]
