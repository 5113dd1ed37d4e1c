<ul class="plainly">{{#NAMED}}<li><a href="{{PATH}}"><span lang="{{TAG}}">{{LABEL}}</span>{{#CONCLUSION}}, [[conclusion {{NUMBER}}]]{{/CONCLUSION}}</a></li>{{/NAMED}}</ul>
