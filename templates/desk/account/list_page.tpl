{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1 id="accounts">[[Accounts]]</h1>
{{#DONE}}<p class="notice" role="status">[[The change is made.]]</p>{{/DONE}}
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul>{{#LAST}}<li><a href="#accounts">[[There must be at least one administrator left.]]</a></li>{{/LAST}}{{#UNKNOWN}}<li><a href="#name">[[There is no account with this name.]]</a></li>{{/UNKNOWN}}{{#NAME_FAULT}}<li><a href="#name">[[Name]]: [[include:desk/account/_fault.tpl]]</a></li>{{/NAME_FAULT}}{{#ROLE_FAULT}}<li><a href="#role">[[Role]]: [[include:desk/account/_fault.tpl]]</a></li>{{/ROLE_FAULT}}{{#PASSWORD_FAULT}}<li><a href="#password">[[Password]]: [[include:desk/account/_fault.tpl]]</a></li>{{/PASSWORD_FAULT}}</ul></div>{{/PROBLEM}}
<section class="saves" aria-labelledby="accounts" tabindex="0">
<table>
<thead><tr><th scope="col">[[Name]]</th><th scope="col">[[Role]]</th><th scope="col">[[Since]]</th><th scope="col">[[Last used]]</th><th scope="col">[[One-time codes]]</th><th scope="col">[[State]]</th></tr></thead>
<tbody>
{{#ROW}}
<tr><th scope="row">{{NAME}}</th><td>{{#IS_ADMINISTRATOR}}[[administrator]]{{/IS_ADMINISTRATOR}}{{#IS_EDITOR}}[[editor]]{{/IS_EDITOR}}</td><td>{{SINCE}}</td><td>{{USED}}</td><td>
{{#HAS_CODES}}[[set up]] <form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="name" value="{{NAME}}"><button name="action" value="codes">[[Reset codes]]</button></form>{{/HAS_CODES}}
</td><td>
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><input type="hidden" name="name" value="{{NAME}}">
{{#ENABLED}}<button name="action" value="disable">[[Disable]]</button>{{/ENABLED}}{{#DISABLED}}<strong>[[disabled]]</strong> <button name="action" value="enable">[[Enable]]</button>{{/DISABLED}}
</form>
</td></tr>
{{/ROW}}
</tbody>
</table>
</section>
<h2>[[Add an account, or give an existing one another role or password]]</h2>
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="name">[[Name]]</label> {{#NAME_FAULT}}<span class="fault" id="name-fault">[[include:desk/account/_fault.tpl]]</span>{{/NAME_FAULT}}<input id="name" name="name" value="{{NAME_TYPED}}" autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="63" aria-describedby="name-rule{{#NAME_FAULT}} name-fault{{/NAME_FAULT}}"{{#NAME_FAULT}} aria-invalid="true"{{/NAME_FAULT}}> <small id="name-rule">[[Lower-case letters, digits, full stops and hyphens]]</small></p>
<p><label for="role">[[Role]]</label> {{#ROLE_FAULT}}<span class="fault" id="role-fault">[[include:desk/account/_fault.tpl]]</span>{{/ROLE_FAULT}}<select id="role" name="role"{{#ROLE_FAULT}} aria-describedby="role-fault"{{/ROLE_FAULT}}{{#ROLE_FAULT}} aria-invalid="true"{{/ROLE_FAULT}}><option value="editor">[[editor]]</option><option value="administrator"{{#CHOSEN}} selected{{/CHOSEN}}>[[administrator]]</option></select></p>
<p><label for="password">[[Password]]</label> {{#PASSWORD_FAULT}}<span class="fault" id="password-fault">[[include:desk/account/_fault.tpl]]</span>{{/PASSWORD_FAULT}}<input id="password" name="password" type="password" autocomplete="new-password" maxlength="200" aria-describedby="password-rule{{#PASSWORD_FAULT}} password-fault{{/PASSWORD_FAULT}}"{{#PASSWORD_FAULT}} aria-invalid="true"{{/PASSWORD_FAULT}}> <small id="password-rule">[[At least 12 characters, and none of the common passwords]]</small></p>
<p class="actions"><button name="action" value="add">[[Add]]</button> <button name="action" value="role">[[Set the role]]</button> <button name="action" value="password">[[Set the password]]</button></p>
</form>
[[include:web/_desk_bottom.tpl]]
