{{#FOUND}}
<div class="found">
{{#COUNTED}}<p role="status">[[Found:]] {{NUMBER}}</p>{{/COUNTED}}
{{#NARROWED}}<a href="{{WITHOUT}}" rel="nofollow"><span class="hidden">[[Without the choice:]] </span>{{LABEL}} <span aria-hidden="true">×</span></a>
{{/NARROWED}}
</div>
{{/FOUND}}
