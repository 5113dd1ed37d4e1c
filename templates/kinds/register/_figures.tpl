{{#FIGURES}}
<ul class="figures" aria-label="[[Figures]]">
{{#OPEN}}<li><span><strong>{{NUMBER}}</strong> <span>{{#ONE}}[[Still open]]{{/ONE}}{{#SEVERAL}}[[still open]]{{/SEVERAL}}</span></span></li>{{/OPEN}}
{{#FIGURE}}<li><a href="{{PATH}}" rel="nofollow"><strong>{{NUMBER}}</strong> <span>{{STATUS_WORDS}}</span></a></li>
{{/FIGURE}}
</ul>
{{/FIGURES}}
