{{#NOW}}
<p class="now"><span>[[Now:]]</span> <strong>{{HOLDERS}}</strong> <small>({{#DURING}}{{TERM}}{{/DURING}}{{#FROM}}[[since {{TERM}}]]{{/FROM}}{{#NUMBER}}, [[{{ORDINAL}} presidency]]{{/NUMBER}})</small></p>
{{/NOW}}
{{#NOBODY}}
<p class="now">[[Current presidency: no information at present.]]</p>
{{/NOBODY}}
{{#NEXT}}
<p class="now"><span>[[Next:]]</span> {{HOLDERS}} <small>({{#DURING}}{{TERM}}{{/DURING}}{{#FROM}}[[from {{TERM}}]]{{/FROM}}{{#NUMBER}}, [[{{ORDINAL}} presidency]]{{/NUMBER}})</small></p>
{{/NEXT}}
[[include:frame/_timeline.tpl]]
