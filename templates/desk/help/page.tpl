{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<div class="prose">
<h1>{{GUIDE_TITLE}}</h1>
{{BODY_HTML:none}}
</div>
[[include:web/_desk_bottom.tpl]]
