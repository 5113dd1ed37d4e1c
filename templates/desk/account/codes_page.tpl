{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[One-time codes]]</h1>
{{#DONE}}<p class="notice" role="status">[[The change is made.]]</p>{{/DONE}}
{{#PROBLEM}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul>{{#CODE_FAULT}}<li><a href="#code">[[One-time code]]: [[include:desk/account/_fault.tpl]]</a></li>{{/CODE_FAULT}}{{#PASSWORD_FAULT}}<li><a href="#password">[[Current password]]: [[include:desk/account/_fault.tpl]]</a></li>{{/PASSWORD_FAULT}}</ul></div>{{/PROBLEM}}
{{#OFF}}
<p class="lead">[[With one-time codes, a password that somebody learned is not enough to get in. You need an authenticator app on your phone or computer.]]</p>
<form class="fields" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="offer">[[Set up one-time codes]]</button></p></form>
{{/OFF}}
{{#OFFERED}}
<h2>[[1. Enter the key in your app]]</h2>
<p>[[Scan this picture with your authenticator app, or open the link on the device itself, or type the key.]]</p>
{{#QR}}<p><svg role="img" aria-label="[[QR code with the key]]" width="228" height="228" viewBox="0 0 {{SIZE}} {{SIZE}}" shape-rendering="crispEdges"><rect width="{{SIZE}}" height="{{SIZE}}" fill="#fff"/><path fill="#000" d="{{PATH}}"/></svg></p>{{/QR}}
<p><a href="otpauth://{{OTPAUTH}}">[[Open the authenticator app on this device]]</a></p>
<p>[[Key]]: <code id="key">{{#GROUP}}{{LETTERS}}{{#GROUP_separator}} {{/GROUP_separator}}{{/GROUP}}</code></p>
<h2>[[2. Confirm with a code that it shows]]</h2>
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<p><label for="code">[[One-time code]]</label> {{#CODE_FAULT}}<span class="fault" id="code-fault">[[include:desk/account/_fault.tpl]]</span>{{/CODE_FAULT}}<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" required maxlength="40"{{#CODE_FAULT}} aria-describedby="code-fault" aria-invalid="true"{{/CODE_FAULT}}></p>
[[include:desk/account/_password.tpl]]
<p class="beside">[[Your other sessions end.]]</p>
<p class="actions"><button name="action" value="confirm">[[Turn on]]</button></p>
</form>
<form class="inline" action="{{ACTION}}" method="post"><input type="hidden" name="form_token" value="{{FORM_TOKEN}}"><p><button name="action" value="offer">[[Make another key]]</button></p></form>
{{/OFFERED}}
{{#MADE}}
<p class="lead">[[These are your recovery codes. Each lets you in once when your device is lost. Keep them away from your password; they are not shown again.]]</p>
<ol class="recovery">{{#RECOVERY}}<li><code>{{RECOVERY_CODE}}</code></li>{{/RECOVERY}}</ol>
<p><a href="{{ACTION}}">[[I have kept them]]</a></p>
{{/MADE}}
{{#ON}}
<p class="lead">[[Your login asks for a one-time code. Recovery codes that are left: {{LEFT}}]]</p>
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
[[include:desk/account/_password.tpl]]
<p class="actions"><button name="action" value="off">[[Turn off]]</button> <button name="action" value="renew">[[Make new recovery codes]]</button></p>
</form>
{{/ON}}
[[include:web/_desk_bottom.tpl]]
