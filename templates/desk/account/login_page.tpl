{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<h1>[[Log in]]</h1>
{{#IS_KEPT}}<p class="notice" role="status">[[Your session had ended. What you typed is kept; log in and send it again.]]</p>{{/IS_KEPT}}
{{#TOO_LARGE}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[Your session had ended]]</h2><p>[[What you sent is too large to be kept until you have logged in. Go back, copy what you typed, log in and open the page again.]]</p></div>{{/TOO_LARGE}}
{{#LOST}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[Your session had ended]]</h2><p>[[What you sent could not be kept until you have logged in. Go back, copy what you typed, log in and open the page again.]]</p></div>{{/LOST}}
{{#FAILED}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul><li><a href="#name">[[Incorrect name, password or code.]]</a></li></ul></div>{{/FAILED}}
{{#WAIT}}<div class="problem" role="alert" tabindex="-1" autofocus><h2>[[There is a problem]]</h2><ul><li><a href="#name">[[Too many attempts. Wait {{SECONDS}} seconds.]]</a></li></ul></div>{{/WAIT}}
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
<input type="hidden" name="next" value="{{NEXT}}">
<input type="hidden" name="kept" value="{{KEPT}}">
<p><label for="name">[[Name]]</label> {{#FAILED}}<span class="fault" id="name-fault">[[Incorrect name, password or code.]]</span>{{/FAILED}}<input id="name" name="name" value="{{NAME_TYPED}}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"{{#FAILED}} aria-describedby="name-fault" aria-invalid="true"{{/FAILED}}></p>
<p><label for="password">[[Password]]</label> <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"></p>
<p><label for="code">[[One-time code (if you have set it up)]]</label> <input id="code" name="code" inputmode="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="code-rule"> <small id="code-rule">[[Six digits from your authenticator app, or one of your recovery codes]]</small></p>
<p><button>[[Log in]]</button></p>
</form>
[[include:web/_desk_bottom.tpl]]
