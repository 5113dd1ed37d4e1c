{{%AUTOESCAPE context="HTML"}}[[include:web/_desk_top.tpl]]
<div class="prose">
{{BODY_HTML:none}}
</div>
[[include:web/_desk_bottom.tpl]]
