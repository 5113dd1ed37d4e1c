{{%AUTOESCAPE context="HTML"}}[[include:shared/desk_top.tpl]]
<h1 id="log">[[Log]]</h1>
<section class="saves" aria-labelledby="log" tabindex="0">
<table>
<thead><tr><th scope="col">[[When]]</th><th scope="col">[[Who]]</th><th scope="col">[[What]]</th><th scope="col">[[Document]]</th><th scope="col">[[Detail]]</th><th scope="col">[[From]]</th></tr></thead>
<tbody>
{{#ROW}}<tr><td>{{AT}}</td><td>{{WHO}}</td><td>{{ACTION}}</td><td>{{DOCUMENT}} {{TAG}}</td><td>{{DETAIL}}</td><td>{{ADDRESS}}</td></tr>
{{/ROW}}
</tbody>
</table>
</section>
[[include:shared/desk_bottom.tpl]]
