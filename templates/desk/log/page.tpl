{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1 id="log">[[Log]]</h1>
{{#FORM}}
<form class="filter" action="{{FORM_PATH}}" method="get" aria-label="[[Filter the log]]">
<p><label for="account">[[Who]]</label> <select id="account" name="account"><option value="">[[All]]</option>{{#ACCOUNT_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{VALUE}}</option>{{/ACCOUNT_OPTION}}</select></p>
<p><label for="action">[[What]]</label> <select id="action" name="action"><option value="">[[All]]</option>{{#ACTION_OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{ACTION_NAME}}</option>{{/ACTION_OPTION}}</select></p>
<p><label for="document">[[Key of the document]]</label> <input id="document" name="document" value="{{DOCUMENT_TYPED}}" maxlength="100" autocapitalize="none" spellcheck="false"></p>
<p><label for="first">[[First day]]</label> <input id="first" name="first" type="date" value="{{FIRST_DAY}}"></p>
<p><label for="last">[[Last day]]</label> <input id="last" name="last" type="date" value="{{LAST_DAY}}"></p>
<p><button>[[Show]]</button>{{#FILTERED}} <a href="{{PATH}}">[[Show all]]</a>{{/FILTERED}}</p>
</form>
{{/FORM}}
{{#NONE}}<p class="notice">[[Nothing in the log matches your choice.]]</p>{{/NONE}}
{{#LIST}}
<section class="saves" aria-labelledby="log" tabindex="0">
<table>
<thead><tr><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[What]]</th><th scope="col">[[Document]]</th><th scope="col">[[Detail]]</th><th scope="col">[[From]]</th></tr></thead>
<tbody>
{{#ROW}}<tr><td>{{AT}}</td><td>{{WHO}}</td><td>{{ACTION_NAME}}</td><td>{{DOCUMENT}} {{TAG}}</td><td>{{DETAIL}}</td><td>{{ADDRESS}}</td></tr>
{{/ROW}}
</tbody>
</table>
</section>
{{/LIST}}
{{#PAGES}}<nav class="pages" aria-label="[[Pages of the log]]">{{#NEWER}}<a href="{{PATH}}" rel="prev">[[Newer entries]]</a>{{/NEWER}}{{#OLDER}}<a href="{{PATH}}" rel="next">[[Older entries]]</a>{{/OLDER}}</nav>{{/PAGES}}
[[include:web/_desk_bottom.tpl]]
