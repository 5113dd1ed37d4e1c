{{#FIGURES}}
<ul class="figures" aria-label="[[Figures]]">
{{#OPEN}}<li><span><strong>{{NUMBER}}</strong> {{#ONE}}[[Still open]]{{/ONE}}{{#SEVERAL}}[[still open]]{{/SEVERAL}}</span></li>{{/OPEN}}
{{#FIGURE}}<li><a href="{{PATH}}" rel="nofollow"><strong>{{NUMBER}}</strong> {{STATUS_WORDS}}</a></li>
{{/FIGURE}}
</ul>
{{/FIGURES}}
