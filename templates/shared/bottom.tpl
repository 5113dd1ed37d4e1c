</main>
<footer class="foot">
<div class="wide">
<p>[[Benelux+ is kept by the Secretariat-General of the Benelux Union.]] <a href="https://www.benelux.int">benelux.int</a></p>
<ul>
{{#FOOT_ITEM}}
<li><a href="{{PATH}}" lang="{{TAG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/FOOT_ITEM}}
</ul>
</div>
</footer>
</body>
</html>
