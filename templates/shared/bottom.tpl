{{#FORMATS}}
<p class="forms">[[This page as data:]] {{#FORMAT}}<a href="{{PATH}}">{{NAME}}</a>{{#FORMAT_separator}} · {{/FORMAT_separator}}{{/FORMAT}}</p>
{{/FORMATS}}
</main>
<footer class="foot">
<div class="wide">
<p>[[Benelux+ is run by the Secretariat-General of the Benelux Union.]] <a href="https://www.benelux.int">benelux.int</a></p>
{{#FOOT}}
<ul>
{{#ITEM}}
<li><a href="{{PATH}}" lang="{{TAG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/ITEM}}
</ul>
{{/FOOT}}
</div>
</footer>
</body>
</html>
