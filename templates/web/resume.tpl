{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
{{#AFTER_LOGIN}}<h1>[[You are logged in again]]</h1>
<p class="lead">[[What you typed is still here. Send it now.]]</p>{{/AFTER_LOGIN}}
{{#AFTER_FAULT}}<h1>[[Nothing is lost]]</h1>
<p class="lead">[[There is a fault on our side, and what you sent may not have been stored. All of it is still here: send it again in a moment. If it was stored, it will not be stored twice.]]</p>{{/AFTER_FAULT}}
{{#FILES}}<p class="notice">[[Files cannot be kept here. Choose them again afterwards.]]</p>{{/FILES}}
<form class="fields" action="{{ACTION}}" method="post">
<input type="hidden" name="form_token" value="{{FORM_TOKEN}}">
{{#FIELD}}<input type="hidden" name="{{NAME}}" value="{{VALUE:pre_escape}}">
{{/FIELD}}
<p>{{#SEND}}<button>[[Send]]</button>{{/SEND}}{{#SEND_AGAIN}}<button>[[Send again]]</button>{{/SEND_AGAIN}}</p>
</form>
[[include:web/_desk_bottom.tpl]]
