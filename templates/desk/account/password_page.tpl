{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Change your password]]</h1>
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul>{{#CURRENT_FAULT}}<li><a href="#current">[[Current password]]: [[include:desk/account/_fault.tpl]]</a></li>{{/CURRENT_FAULT}}{{#NEW_FAULT}}<li><a href="#new">[[New password]]: [[include:desk/account/_fault.tpl]]</a></li>{{/NEW_FAULT}}</ul></div>{{/PROBLEM}}
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="current">[[Current password]]</label> {{#CURRENT_FAULT}}<span class="fault" id="current-fault">[[include:desk/account/_fault.tpl]]</span>{{/CURRENT_FAULT}}<input id="current" name="current" type="password" autocomplete="current-password" required maxlength="200"{{#CURRENT_FAULT}} aria-describedby="current-fault"{{/CURRENT_FAULT}}{{#CURRENT_FAULT}} aria-invalid="true"{{/CURRENT_FAULT}}></p>
<p><label for="new">[[New password]]</label> {{#NEW_FAULT}}<span class="fault" id="new-fault">[[include:desk/account/_fault.tpl]]</span>{{/NEW_FAULT}}<input id="new" name="new" type="password" autocomplete="new-password" required maxlength="200" aria-describedby="rule{{#NEW_FAULT}} new-fault{{/NEW_FAULT}}"{{#NEW_FAULT}} aria-invalid="true"{{/NEW_FAULT}}></p>
<p id="rule" class="beside">[[At least 12 characters, and none of the common passwords]]. [[Your other sessions end.]]</p>
<p><button>[[Change your password]]</button></p>
</form>
[[include:web/_desk_bottom.tpl]]
