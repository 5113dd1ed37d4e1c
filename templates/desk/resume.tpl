{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1>[[You are logged in again]]</h1>
<p class="lead">[[What you typed is still here. Send it now.]]</p>
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
{{#FIELD}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">
{{/FIELD}}
<p><button>[[Send]]</button></p>
</form>
[[include:shared/desk_bottom.tpl]]
